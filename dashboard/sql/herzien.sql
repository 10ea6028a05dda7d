-- The revisions of figures of one municipality, newest first per indicator.
select indicator, periode_begin, periode_einde, oud, nieuw, vastgesteld_op
from herziening
where nis_code = $1
order by indicator, vastgesteld_op desc, periode_einde desc
