using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Protocol.Onvif;

/// <summary>Reads what the device service answers; each returns null when the bytes are another answer or none.</summary>
public static class OnvifReplies
{
    /// <param name="answer">At most 64 KB.</param>
    /// <param name="zone">For devices that tell only local time.</param>
    public static DateTimeOffset? SystemTime(ReadOnlySpan<byte> answer, TimeSpan zone)
    {
        var told = OnvifXml.Envelope(answer)["Body"]["GetSystemDateAndTimeResponse"]["SystemDateAndTime"];
        return Moment(told["UTCDateTime"], TimeSpan.Zero) ?? Moment(told["LocalDateTime"], zone);
    }

    public static OnvifDevice? DeviceInformation(ReadOnlySpan<byte> answer)
    {
        var told = OnvifXml.Envelope(answer)["Body"]["GetDeviceInformationResponse"];
        return told.Exists
            ? new OnvifDevice(Text(told, "Manufacturer"), Text(told, "Model"), Text(told, "FirmwareVersion"), Text(told, "SerialNumber"))
            : null;
    }

    /// <returns>The innermost code of a fault, such as <c>ter:NotAuthorized</c>.</returns>
    public static string? Fault(ReadOnlySpan<byte> answer)
    {
        var fault = OnvifXml.Envelope(answer)["Body"]["Fault"];
        if (!fault.Exists)
        {
            return null;
        }

        var code = fault["Code"];
        while (code["Subcode"].Exists)
        {
            code = code["Subcode"];
        }

        return OnvifXml.Shown(code["Value"].Text ?? fault["faultcode"].Text) ?? "fault";
    }

    private static string? Text(Element parent, string name) => OnvifXml.Shown(parent[name].Text);

    private static DateTimeOffset? Moment(Element told, TimeSpan zone)
    {
        var (date, time) = (told["Date"], told["Time"]);
        int?[] parts = [date["Year"].Int(), date["Month"].Int(), date["Day"].Int(), time["Hour"].Int(), time["Minute"].Int(), time["Second"].Int()];
        bool right = parts is [>= 1970 and <= 2200, >= 1 and <= 12, >= 1, >= 0 and <= 23, >= 0 and <= 59, >= 0 and <= 60]
            && parts[2] <= DateTime.DaysInMonth(parts[0]!.Value, parts[1]!.Value);
        return right
            ? new DateTimeOffset(parts[0]!.Value, parts[1]!.Value, parts[2]!.Value, parts[3]!.Value, parts[4]!.Value, 0, zone).AddSeconds(parts[5]!.Value)
            : null;
    }
}

/// <summary>What a device says it is; every text is bounded and for people only.</summary>
public sealed record OnvifDevice(string? Manufacturer, string? Model, string? Firmware, string? Serial);
