select indicator, titel, nagekeken
from indicator
order by nagekeken desc, levensdomein, titel
