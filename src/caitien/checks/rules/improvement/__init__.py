"""Plans under TT57's own form, Biểu 2 (codes T)."""
