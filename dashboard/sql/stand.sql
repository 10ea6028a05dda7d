select stand, gebouwd_op, demo from stand
