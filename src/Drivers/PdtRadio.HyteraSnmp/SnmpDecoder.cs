using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary><c>edgegateway decode snmp</c>: one datagram an input; an answer that holds objects of a repeater also gives its reading.</summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>received</c>, <c>device</c>, <c>version</c>: <c>1</c>, the repeater's, unless <c>2c</c> is said.</remarks>
public sealed class SnmpDecoder(TimeProvider time) : IProtocolDecoder
{
    public SnmpDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "snmp";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (DecodeClock.Read(options, time, out var received) is { } mistake)
        {
            return [mistake];
        }

        var read = SnmpReader.Read(input, options.GetValueOrDefault("version") == "2c" ? SnmpVersion.V2c : SnmpVersion.V1);
        return [read switch
        {
            { Message: { } message } => Frame(message, options.GetValueOrDefault("device") ?? "device", received),
            { Trap: { } trap } => new DecodedFrame { Type = "Trap", Fields = SnmpFields.Of(trap) },
            _ => DecodedFrame.Failed(read.Fault!, Why(read.Fault!)),
        }];
    }

    private static DecodedFrame Frame(SnmpMessage message, string device, DateTimeOffset received)
    {
        var answers = new RepeaterAnswers { FirstId = message.RequestId };
        foreach (var value in message.Values)
        {
            if (message is { Pdu: BerTag.GetResponse, ErrorStatus: SnmpError.None } && RepeaterMib.Find(value.Name) is { } about)
            {
                answers.Add(about, value.Value, null);
            }
        }

        return new DecodedFrame
        {
            Type = message.Pdu switch { BerTag.GetRequest => "GetRequest", BerTag.GetNextRequest => "GetNextRequest", BerTag.GetBulkRequest => "GetBulkRequest", _ => "GetResponse" },
            Fields = SnmpFields.Of(message),
            Readings = answers.All.Any() ? [HyteraSnmpMapping.ToReading(device, answers, received)] : [],
        };
    }

    private static string Why(string fault) => fault switch
    {
        SnmpFaults.TooLarge => "The datagram is longer than 16 KB.",
        SnmpFaults.Trailing => "Bytes stand behind the end of the message.",
        SnmpFaults.Version => "It is of another version than SNMPv1; --opt version=2c takes 2c too, version 3 is not spoken.",
        SnmpFaults.Kind => "It is neither a question, nor an answer, nor a trap; requests that change something are not read here.",
        SnmpFaults.TooMany => "It holds more than 128 values.",
        _ => "An element does not fit into its frame, or is of another type than is due.",
    };
}
