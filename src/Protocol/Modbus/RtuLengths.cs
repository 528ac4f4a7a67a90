namespace EdgeGateway.Protocol.Modbus;

/// <summary>How long a frame of a line is, told by its first bytes: the line itself marks no ends that survive a serial server.</summary>
public static class RtuLengths
{
    /// <summary>No frame begins like this.</summary>
    public const int None = 0;

    private const int Fixed = 8;
    private const int Refused = 5;

    /// <param name="begin">One byte or more.</param>
    /// <param name="direction">Who speaks.</param>
    /// <returns>Bytes of the whole frame with unit and check sum, the least that it can have while too few are there to tell, or <see cref="None"/>.</returns>
    public static int Of(ReadOnlySpan<byte> begin, ModbusDirection direction)
    {
        if (begin.Length < 2)
        {
            return RtuFrame.Shortest;
        }

        int length = direction == ModbusDirection.Request ? Request(begin) : Response(begin);
        return length <= RtuFrame.Longest ? length : None;
    }

    private static int Request(ReadOnlySpan<byte> begin)
    {
        const int CountAt = 6;
        const int Head = 9;
        return ModbusFunction.WritesSeveral(begin[1]) ? Head + (begin.Length > CountAt ? begin[CountAt] : 1)
            : ModbusFunction.IsKnown(begin[1]) ? Fixed : None;
    }

    private static int Response(ReadOnlySpan<byte> begin)
    {
        const int CountAt = 2;
        byte function = (byte)(begin[1] & ~ModbusFunction.Refused);
        if (!ModbusFunction.IsKnown(function))
        {
            return None;
        }

        bool reads = ModbusFunction.ReadsBits(function) || ModbusFunction.ReadsWords(function);
        return begin[1] != function ? Refused : reads ? Refused + (begin.Length > CountAt ? begin[CountAt] : 1) : Fixed;
    }
}
