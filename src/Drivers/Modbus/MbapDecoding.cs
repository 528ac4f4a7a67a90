using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Frames of Modbus TCP for a person.</summary>
internal static class MbapDecoding
{
    public static IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, ModbusDirection? direction)
    {
        var frames = new MbapStream();
        var open = new Dictionary<(ushort, byte), ModbusRequest>();
        var found = new List<DecodedFrame>();
        var rest = input.Span;
        while (frames.Take(ref rest) is { } frame)
        {
            found.Add(Frame(frame, direction, open));
        }

        if (frames.Fault is { } fault)
        {
            found.Add(DecodedFrame.Failed(fault, ModbusWhy.Of(fault)));
        }
        else if (frames.Waiting > 0 || found.Count == 0)
        {
            found.Add(DecodedFrame.Failed(ModbusFaults.Short, "The frame ends before it is complete."));
        }

        return found;
    }

    private static DecodedFrame Frame(MbapFrame frame, ModbusDirection? direction, Dictionary<(ushort, byte), ModbusRequest> open)
    {
        var request = ModbusRequestReader.Read(frame.Pdu.Span);
        open.Remove((frame.Transaction, frame.Unit), out var asked);
        var answer = asked is null ? ModbusAnswerReader.Read(frame.Pdu.Span) : ModbusAnswerReader.Read(frame.Pdu.Span, asked);
        bool isResponse = direction is { } said ? said == ModbusDirection.Response : answer.Value is not null && (asked is not null || request.Value is null);
        var about = new ModbusFrameAbout(frame.Transaction, frame.Unit, direction is null && request.Value is not null && answer.Value is not null);
        if (isResponse)
        {
            return answer.Value is { } value ? ModbusFields.Of(value, asked, about) : DecodedFrame.Failed(answer.Fault!, ModbusWhy.Of(answer.Fault!));
        }

        if (request.Value is not { } question)
        {
            string fault = direction is null && asked is not null ? answer.Fault! : request.Fault!;
            return DecodedFrame.Failed(fault, ModbusWhy.Of(fault));
        }

        open[(frame.Transaction, frame.Unit)] = question;
        return ModbusFields.Of(question, about);
    }
}
