using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Frames of a serial line for a person.</summary>
internal static class RtuDecoding
{
    public static IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, ModbusDirection? direction)
    {
        if (input.IsEmpty)
        {
            return [DecodedFrame.Failed(ModbusFaults.Short, "There is nothing.")];
        }

        ModbusRequest? asked = null;
        byte of = 0;
        var found = new List<DecodedFrame>();
        foreach (var piece in RtuSplitter.Split(input, direction))
        {
            var about = new ModbusFrameAbout(null, piece.Bytes.Span[0], direction is null && piece.IsEither);
            if (piece.Direction is null)
            {
                found.Add(DecodedFrame.Failed(ModbusFaults.Noise, FormattableString.Invariant($"{piece.Bytes.Length} bytes from offset {piece.Offset} are part of no frame with a right check sum.")));
                continue;
            }

            var pdu = RtuFrame.Pdu(piece.Bytes.Span);
            if (piece.Direction == ModbusDirection.Request)
            {
                var request = ModbusRequestReader.Read(pdu);
                (asked, of) = (request.Value, about.Unit);
                found.Add(asked is null ? Failed(request.Fault!) : ModbusFields.Of(asked, about));
                continue;
            }

            var fitting = of == about.Unit ? asked : null;
            var answer = fitting is null ? ModbusAnswerReader.Read(pdu) : ModbusAnswerReader.Read(pdu, fitting);
            asked = null;
            found.Add(answer.Value is null ? Failed(answer.Fault!) : ModbusFields.Of(answer.Value, fitting, about));
        }

        return found;
    }

    private static DecodedFrame Failed(string fault) => DecodedFrame.Failed(fault, ModbusWhy.Of(fault));
}
