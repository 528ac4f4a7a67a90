using System.Buffers.Binary;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>Reads and writes of the controller's tables (xray.md section 3.4), written in a few lines that owe nothing to the gateway's codec.</summary>
public sealed class BeltPdu(BeltMachine machine, BeltFaults faults)
{
    private const byte IllegalFunction = 1;
    private const byte IllegalAddress = 2;
    private const byte IllegalValue = 3;
    private const byte DeviceFailure = 4;
    private const byte Refusal = 0x80;
    private const int MostBits = 2000;
    private const int MostWords = 125;
    private const int SequenceAt = 16;

    /// <param name="request">Function and data.</param>
    /// <param name="now">When.</param>
    public (byte[] Pdu, uint? Count) Answer(ReadOnlyMemory<byte> request, DateTimeOffset now) => machine.At(now, registers => Answer(request.Span, registers, now));

    public static byte[] Refuse(byte function, byte code) => [(byte)(function | Refusal), code];

    private (byte[] Pdu, uint? Count) Answer(ReadOnlySpan<byte> request, BeltRegisters registers, DateTimeOffset now)
    {
        byte function = request[0];
        if (request.Length < 5)
        {
            return (Refuse(function, IllegalValue), null);
        }

        (int start, int count) = (BinaryPrimitives.ReadUInt16BigEndian(request[1..]), BinaryPrimitives.ReadUInt16BigEndian(request[3..]));
        return function switch
        {
            1 => (Bits(function, registers.Coils, start, count), null),
            2 => (Bits(function, registers.Discrete, start, count), null),
            3 => (Words(function, registers.Holding, start, count), null),
            4 => (Words(function, registers.Input, start, count), start <= SequenceAt && start + count >= SequenceAt + 2 ? machine.Registers.Input[17] | ((uint)machine.Registers.Input[16] << 16) : null),
            5 or 6 or 15 or 16 => (Write(request, registers, start, now), null),
            _ => (Refuse(function, IllegalFunction), null),
        };
    }

    private static byte[] Bits(byte function, bool[] table, int start, int count)
    {
        if (count is 0 or > MostBits || start + count > table.Length)
        {
            return Refuse(function, count is 0 or > MostBits ? IllegalValue : IllegalAddress);
        }

        var answer = new byte[2 + ((count + 7) / 8)];
        (answer[0], answer[1]) = (function, (byte)(answer.Length - 2));
        for (int i = 0; i < count; i++)
        {
            answer[2 + (i / 8)] |= (byte)(table[start + i] ? 1 << (i % 8) : 0);
        }

        return answer;
    }

    private static byte[] Words(byte function, ushort[] table, int start, int count)
    {
        if (count is 0 or > MostWords || start + count > table.Length)
        {
            return Refuse(function, count is 0 or > MostWords ? IllegalValue : IllegalAddress);
        }

        var answer = new byte[2 + (2 * count)];
        (answer[0], answer[1]) = (function, (byte)(2 * count));
        for (int i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(2 + (2 * i)), table[start + i]);
        }

        return answer;
    }

    private byte[] Write(ReadOnlySpan<byte> request, BeltRegisters registers, int start, DateTimeOffset now)
    {
        byte function = request[0];
        bool coils = function is 5 or 15;
        ushort[]? values = Values(request);
        byte refused = values is null ? IllegalValue : start + values.Length > (coils ? registers.Coils.Length : registers.Holding.Length) ? IllegalAddress : faults.RefusesWrites ? DeviceFailure : (byte)0;
        machine.Wrote(new BeltWrite(now, function, start, values ?? [], refused == 0));
        if (refused != 0)
        {
            return Refuse(function, refused);
        }

        for (int i = 0; i < values!.Length; i++)
        {
            _ = coils ? (registers.Coils[start + i] = values[i] != 0) ? 1 : 0 : registers.Holding[start + i] = values[i];
        }

        return request[..5].ToArray();
    }

    /// <returns>Null when the request does not hold what it says.</returns>
    private static ushort[]? Values(ReadOnlySpan<byte> request)
    {
        int word = BinaryPrimitives.ReadUInt16BigEndian(request[3..]);
        switch (request[0])
        {
            case 5:
                return word is 0 or 0xFF00 ? [(ushort)(word == 0 ? 0 : 1)] : null;
            case 6:
                return [(ushort)word];
            case 15 when request.Length == 6 + ((word + 7) / 8) && request[5] == (word + 7) / 8 && word > 0:
                byte[] bits = request[6..].ToArray();
                return [.. Enumerable.Range(0, word).Select(i => (ushort)((bits[i / 8] >> (i % 8)) & 1))];
            case 16 when request.Length == 6 + (2 * word) && request[5] == 2 * word && word > 0:
                byte[] words = request[6..].ToArray();
                return [.. Enumerable.Range(0, word).Select(i => BinaryPrimitives.ReadUInt16BigEndian(words.AsSpan(2 * i)))];
            default:
                return null;
        }
    }
}
