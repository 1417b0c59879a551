"""How Django draws forms: `{{ form }}` and the includes ui/form.html and ui/field.html are the same thing."""

from django.forms.renderers import TemplatesSetting


class OnePattern(TemplatesSetting):
    """Forms and fields from this app's templates, widgets from any app's."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
