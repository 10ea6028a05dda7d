-- Indicators that keep their previous figures, and why.
select coalesce(i.titel, b.indicator) as titel, b.sinds, b.reden
from bewaking b
left join indicator i using (indicator)
order by titel
