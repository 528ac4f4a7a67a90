using System.Buffers.Binary;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary><c>edgegateway decode hrnp</c>: the bytes of a serial line; a line for each frame and one for each run of bytes that make none.</summary>
/// <param name="driver">Named in the readings.</param>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
public sealed class HrnpDecoder(string driver, TimeProvider time) : IProtocolDecoder
{
    private const int Piece = 4096;

    public string Protocol => "hrnp";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options) =>
        RadioDecodeOptions.Read(options, driver, time, out var failure) is { } chosen ? Lines(input, new HdapLines(chosen)) : [failure!];

    private static IEnumerable<DecodedFrame> Lines(ReadOnlyMemory<byte> input, HdapLines lines)
    {
        var reader = new HrnpReader();
        for (int at = 0; at < input.Length; at += Piece)
        {
            var piece = input[at..Math.Min(input.Length, at + Piece)];
            reader.Append(piece.Span);
            if (at + Piece >= input.Length)
            {
                reader.GiveUp();
            }

            while (reader.TryNext(out var item))
            {
                yield return Line(item, lines);
            }
        }
    }

    private static DecodedFrame Line(HrnpItem item, HdapLines lines)
    {
        if (item.Frame is not { } frame)
        {
            return HdapLines.Failed(Shown(item), item.Fault!);
        }

        var line = new DecodedFrame { Type = NameOf(frame.Opcode), Fields = Fields(item.Bytes.Span) };
        return frame.Block != 0 ? HdapLines.Failed(line, HyteraFaults.HrnpFragment)
            : frame.Opcode == HrnpOpcode.Data ? lines.Line(frame.Payload.Span, line)
            : line;
    }

    private static DecodedFrame? Shown(HrnpItem item) =>
        item.Fault == HyteraFaults.HrnpChecksum ? new DecodedFrame { Type = NameOf((HrnpOpcode)item.Bytes.Span[3]), Fields = Fields(item.Bytes.Span) } : null;

    private static JsonObject Fields(ReadOnlySpan<byte> bytes)
    {
        var fields = new JsonObject
        {
            ["version"] = bytes[1],
            ["block"] = bytes[2],
            ["opcode"] = bytes[3],
            ["sourceId"] = bytes[4],
            ["destinationId"] = bytes[5],
            ["packetNumber"] = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]),
            ["totalLength"] = BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]),
            ["checksum"] = BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]),
        };
        if ((HrnpOpcode)bytes[3] != HrnpOpcode.Data && bytes.Length > HrnpFrame.HeadLength)
        {
            fields["payload"] = Convert.ToHexStringLower(bytes[HrnpFrame.HeadLength..]);
        }

        return fields;
    }

    private static string NameOf(HrnpOpcode opcode) => opcode switch
    {
        HrnpOpcode.Connect => "CONNECT",
        HrnpOpcode.Accept => "ACCEPT",
        HrnpOpcode.Reject => "REJECT",
        HrnpOpcode.Close => "CLOSE",
        HrnpOpcode.CloseAck => "CLOSE_ACK",
        HrnpOpcode.Data => "DATA",
        HrnpOpcode.DataAck => "DATA_ACK",
        _ => "VOICE",
    };
}
