using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Answer of a publisher, and its event while it makes the list (kiosk.md section 1.1).</summary>
internal static class XfsServicesReader
{
    private const int LongestVendor = 64;

    public static XfsServices Read(JsonElement payload, XfsPicks picks)
    {
        var services = new List<XfsServiceAddress>();
        int refused = 0;
        foreach (var item in payload.Pick("services").Items())
        {
            // The property is spelt serviceURI, or serviceUri by older publishers.
            var address = item.Pick("serviceURI") is { ValueKind: JsonValueKind.String } text ? XfsServiceAddress.Parse(text.GetString()) : null;
            if (address is null || services.Count == XfsServices.Most)
            {
                refused++;
            }
            else if (!services.Contains(address))
            {
                services.Add(address);
            }
        }

        return new XfsServices(picks.Text(payload.Pick("vendorName"), LongestVendor), services, refused);
    }
}
