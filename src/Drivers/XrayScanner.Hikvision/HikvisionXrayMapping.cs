using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner.Hikvision;

/// <summary>From the ISAPI event channel to events that the site's map reads (xray.md section 2.1).</summary>
public static class HikvisionXrayMapping
{
    public const string DriverName = "xray-hikvision";

    /// <returns>Null when the event is inactive: a heartbeat, or the end of a state that was told.</returns>
    public static InspectionEvent? ToEvent(IsapiEvent told)
    {
        var root = told.Alert.Root;
        return root["eventState"].Is("inactive") ? null : new InspectionEvent
        {
            Type = told.Alert.EventType,
            Body = BodyNode.Of(root),
            Channel = root["channelID"].Int(),
            Pictures = [.. told.Pictures.Select(picture => new EventPicture(picture.ContentId ?? picture.FileName ?? picture.Name, picture.Content))],
            Flags = [.. Flags(told.Alert)],
        };
    }

    /// <summary>What the configuration says of a scanner.</summary>
    public static InspectionPlace Place(DriverContext context) => new()
    {
        Device = context.Device,
        Driver = DriverName,
        Origin = ParcelWords.Isapi,
        Vendor = "Hikvision",
        Zone = context.Zone,
    };

    private static IEnumerable<string> Flags(IsapiAlert alert)
    {
        if (alert.CharsetGuessed)
        {
            yield return "CHARSET_GUESSED";
        }

        if (alert.Repaired)
        {
            yield return InspectionEvent.Repaired;
        }

        if (alert.Truncated)
        {
            yield return InspectionEvent.Cut;
        }
    }
}
