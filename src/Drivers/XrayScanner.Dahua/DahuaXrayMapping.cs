using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Parcels;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner.Dahua;

/// <summary>From Dahua's event channel to events that the site's map reads (xray.md section 2.2).</summary>
public static class DahuaXrayMapping
{
    public const string DriverName = "xray-dahua";

    /// <returns>Null for the end of a state: it repeats its beginning.</returns>
    public static InspectionEvent? ToEvent(DahuaEvent told) =>
        told.Action.Equals("Stop", StringComparison.OrdinalIgnoreCase) ? null : new InspectionEvent
        {
            Type = told.Code,
            Body = BodyNode.Of(told.Data),

            // Channels count from 0 in answers and from 1 in requests.
            Channel = told.Index + 1,
            Pictures = [.. told.Pictures.Select(picture => new EventPicture(picture.ContentId ?? picture.PicName, picture.Content))],
            Flags = [.. Flags(told)],
        };

    /// <summary>What the configuration says of a scanner.</summary>
    public static InspectionPlace Place(DriverContext context) => new()
    {
        Device = context.Device,
        Driver = DriverName,
        Origin = ParcelWords.Dahua,
        Vendor = "Dahua",
        Zone = context.Zone,
        VendorCategory = ParcelCategories.OfDahua,
    };

    private static IEnumerable<string> Flags(DahuaEvent told)
    {
        if (told.CharsetGuessed)
        {
            yield return "CHARSET_GUESSED";
        }

        if (told.IsCut)
        {
            yield return InspectionEvent.Cut;
        }
    }
}
