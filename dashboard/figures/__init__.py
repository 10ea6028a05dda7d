"""Small figures as SVG text: data in, drawing out. They know neither Dash nor the database."""
