"""What is built for Brevo holds against the parts of its API that are described."""

from hypothesis import HealthCheck, given, settings

from tests.contracts.oracle import complaints
from tests.contracts.trees import SEQUENCES
from tests.fakes.brevo.bodies import NEW_TEMPLATE
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import FIVE, work

# The description knows nothing of A/B tests, which the vendor's own client documents.
UNDESCRIBED = {"abTesting", "subjectA", "subjectB", "splitRule", "winnerCriteria", "winnerDelay"}


def bodies(kind, **options):
    return [request.body for request in built(work(*FIVE), "brevo", **options).requests if request.kind == kind]


def test_templates_fit_the_description():
    for body in bodies("template"):
        assert complaints("brevo", "email-templates.yml", "CreateSmtpTemplate", body) == []


def test_campaigns_fit_the_description_as_far_as_it_goes():
    (body,) = bodies("campaign", list=3, test_share=20)
    described = {name: value for name, value in body.items() if name not in UNDESCRIBED}
    assert complaints("brevo", "email-campaigns.yml", "CreateEmailCampaign", described) == []
    assert set(body) - set(described) == UNDESCRIBED


def test_labels_fit_the_description_as_far_as_it_goes():
    (campaign,) = bodies("campaign", labels="Vår")
    described = {name: value for name, value in campaign.items() if name not in UNDESCRIBED}
    assert described["tag"] == "Vår"
    assert complaints("brevo", "email-campaigns.yml", "CreateEmailCampaign", described) == []
    made = bodies("template", labels="Vår")
    assert [list(problems(NEW_TEMPLATE, body)) for body in made] == [[]] * len(made)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_the_sheet_of_any_sequence_can_be_ticked_step_by_step(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "brevo")
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)
    assert all(str(step.title) for step in made.sheet.steps)
