"""The tables of assessments and weaknesses."""

from caitien_web.assessment.models.external import ExternalAssessment, Recognition, RecognitionKind, Recommendation
from caitien_web.assessment.models.results import Assessment, AssessmentState, CriterionResult, Mark
from caitien_web.assessment.models.weakness import Weakness, WeaknessSource, WeaknessState

__all__ = [
    "Assessment",
    "AssessmentState",
    "CriterionResult",
    "ExternalAssessment",
    "Mark",
    "Recognition",
    "RecognitionKind",
    "Recommendation",
    "Weakness",
    "WeaknessSource",
    "WeaknessState",
]
