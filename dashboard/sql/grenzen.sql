-- The maps of this build: per state of the municipalities the file beside the warehouse.
select geografie, bestand, levering
from grenzen
order by geografie
