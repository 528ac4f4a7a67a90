using System.Text.Json.Nodes;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>Messages of a terminal as JSON, with the names of the standard and values as they came.</summary>
internal static class TetraPeiFields
{
    public static JsonObject Of(PeiSds sds, SdsContent content)
    {
        var header = sds.Header;
        return new JsonObject
        {
            ["service"] = header.Service,
            ["callingParty"] = header.From?.Id,
            ["callingPartyType"] = header.FromType,
            ["calledParty"] = header.To.Id,
            ["calledPartyType"] = header.ToType,
            ["bits"] = header.Bits,
            ["endToEnd"] = header.Encrypted,
            ["data"] = Convert.ToHexStringLower(sds.Data.Span),
            ["sds"] = Of(content),
        };
    }

    public static JsonObject Of(PeiCall call) => new()
    {
        ["instance"] = call.Instance,
        ["fields"] = new JsonArray([.. call.Fields.Select(field => (JsonNode?)field)]),
    };

    public static string Name(PeiCallKind kind) => kind switch
    {
        PeiCallKind.Incoming => "CTICN",
        PeiCallKind.Grant => "CTXG",
        PeiCallKind.Ceased => "CDTXC",
        PeiCallKind.Released => "CTCR",
        _ => "CTCC",
    };

    private static JsonObject Of(SdsContent content) => content switch
    {
        SdsText text => Text(text),
        SdsStatus status => new JsonObject { ["status"] = status.Value },
        SdsReport report => new JsonObject { ["protocol"] = report.Protocol, ["type"] = "report", ["deliveryStatus"] = report.DeliveryStatus, ["deliveryStatusName"] = DeliveryStatuses.Name(report.DeliveryStatus), ["reference"] = report.Reference },
        SdsAcknowledgement ack => new JsonObject { ["protocol"] = ack.Protocol, ["type"] = "acknowledgement", ["deliveryStatus"] = ack.DeliveryStatus, ["reference"] = ack.Reference },
        SdsPlace { Report: var report } => Place(report),
        SdsRaw raw => new JsonObject { ["raw"] = raw.Why, ["text"] = raw.Text },
        _ => [],
    };

    private static JsonObject Text(SdsText text) => new()
    {
        ["protocol"] = text.Protocol,
        ["type"] = text.Transfer is null ? "simple" : "transfer",
        ["reference"] = text.Transfer?.Reference,
        ["reportReceived"] = text.Transfer?.WantsReceived,
        ["reportConsumed"] = text.Transfer?.WantsConsumed,
        ["noShortReport"] = text.Transfer?.NoShortReport,
        ["coding"] = text.Coding,
        ["text"] = text.Text,
        ["timestamp"] = text.Stamp is { } stamp ? FormattableString.Invariant($"{stamp.Month:00}-{stamp.Day:00} {stamp.Hour:00}:{stamp.Minute:00}") : null,
        ["part"] = text.Part is { } part ? FormattableString.Invariant($"{part.Number}/{part.Count} of {part.Reference}") : null,
    };

    private static JsonObject Place(LipShort report) => new()
    {
        ["protocol"] = SdsReader.Lip,
        ["type"] = "short-location-report",
        ["timeElapsed"] = report.TimeElapsed,
        ["longitude"] = report.LongitudeRaw,
        ["latitude"] = report.LatitudeRaw,
        ["positionError"] = report.ErrorClass,
        ["horizontalVelocity"] = report.SpeedRaw,
        ["directionOfTravel"] = report.CourseRaw,
        ["typeOfAdditionalData"] = report.UserDefined ? 1 : 0,
        ["additionalData"] = report.AdditionalData,
    };
}
