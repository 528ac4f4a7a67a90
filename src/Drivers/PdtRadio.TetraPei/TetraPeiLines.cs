using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>Lines of <c>decode</c> for what a terminal wrote. Every message stands for itself: nothing is left out as known.</summary>
internal sealed class TetraPeiLines(TetraPeiMapping mapping, DateTimeOffset received)
{
    private readonly TetraCalls _calls = new();

    public IEnumerable<DecodedFrame> Read(byte[] bytes)
    {
        var reader = new PeiReader();
        reader.Append(bytes);
        while (reader.TryRead(out var item))
        {
            yield return item switch
            {
                PeiFault fault => DecodedFrame.Failed(fault.Reason, Why(fault.Reason)),
                PeiSds sds => Sds(sds),
                PeiCall call => Call(call),
                PeiSent sent => new DecodedFrame { Type = "CMGS", Fields = new JsonObject { ["instance"] = sent.Instance, ["status"] = sent.Status, ["reference"] = sent.Reference } },
                PeiFinal { Ok: true } => new DecodedFrame { Type = "OK", Fields = [] },
                PeiFinal { Code: { } code } => new DecodedFrame { Type = "CME ERROR", Fields = new JsonObject { ["code"] = code, ["name"] = CmeErrors.Name(code) } },
                PeiFinal => new DecodedFrame { Type = "ERROR", Fields = [] },
                _ => new DecodedFrame { Type = "text", Fields = new JsonObject { ["line"] = ((PeiText)item!).Line } },
            };
        }
    }

    private DecodedFrame Sds(PeiSds sds)
    {
        var content = SdsReader.Read(sds);
        var readings = new List<Reading>();
        if (mapping.SignOf(sds, content) is { } sign && new EmergencyWatch().Judge(sds.Header.From?.Id, sign, received) is { } body)
        {
            readings.Add(mapping.Emergency(body, TetraNames.NativeId(sds), received));
        }

        if (mapping.ToReading(sds, content, received) is { } reading)
        {
            readings.Add(reading);
        }

        return new DecodedFrame { Type = "CTSDSR", Fields = TetraPeiFields.Of(sds, content), Readings = readings };
    }

    private DecodedFrame Call(PeiCall call)
    {
        var (body, sign) = _calls.Take(call, mapping.Own);
        var readings = new List<Reading>();
        string native = body is null ? string.Empty : TetraCalls.NativeId(call, body);
        if (sign is not null && new EmergencyWatch().Judge(body?.RadioId, sign, received) is { } emergency)
        {
            readings.Add(mapping.Emergency(emergency, native, received));
        }

        if (body is not null)
        {
            readings.Add(mapping.Call(body, native, received));
        }

        return new DecodedFrame { Type = TetraPeiFields.Name(call.Kind), Fields = TetraPeiFields.Of(call), Readings = readings };
    }

    private static string Why(string fault) => fault switch
    {
        PeiFaults.TooLong => "A line is longer than 2,048 characters and was dropped.",
        PeiFaults.Garbled => "A line holds bytes that are no text and was dropped.",
        PeiFaults.DataMissing => "A header announced data, and the next line was something else.",
        PeiFaults.DataShort => "Fewer digits came than the header announced; nothing of it was used.",
        PeiFaults.Call => "A line about a call has no instance.",
        _ => "The fields of a header cannot be told apart.",
    };
}
