"""Forms: workbooks that ask in the method's words, and are read as the seeds that they stand for."""

from gronagraf.reading.forms.analysis import AnalysisForm
from gronagraf.reading.forms.project import ProjectForm
from gronagraf.reading.forms.recognising import form_of

__all__ = ["AnalysisForm", "ProjectForm", "form_of"]
