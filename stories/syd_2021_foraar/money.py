"""The economy model that the administrations have agreed (000.19–000.21): by which key they pay, and for what they do not.

◇ The paper names the shares and no amount. That one contribution of 1.234.567,89 kr. was shared is worked out, so that the key
is seen at work to the øre.
"""

from domain.decided import Cited
from domain.financing_key import Agree
from domain.shares import Share
from stories.reported import Entry
from stories.syd_2021_foraar.bodies import told
from stories.syd_2021_foraar.people import MARIAGERFJORD, REBILD, REGION, VESTHIMMERLAND

KEY = "syd/financing-key/projekter"
AGREED: Cited[str] = told("Parternes administrationer", "En økonomimodel for klyngen")

# In the order of the paper; for the region somatic care and psychiatry together.
KEY_AGREED: tuple[Entry, ...] = (
    (
        KEY,
        Agree(
            whole=100,
            shares=(
                Share(party=REBILD, weight=10),
                Share(party=VESTHIMMERLAND, weight=15),
                Share(party=MARIAGERFJORD, weight=15),
                Share(party=REGION, weight=60),
            ),
            source=AGREED,
            terms=(
                "Diskussioner om økonomi må ikke stoppe en god idé. Pengene køber ikke egne folk fri og dækker kun tiden med "
                "projektet. De siger intet om, hvem der betaler bagefter."
            ),
        ),
    ),
)
