using System.Net;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a scanner on a vendor's event channel: <c>listen</c>, or <c>url</c> where it pushes.</summary>
public static class InspectionReader
{
    public static InspectionDevice Read(JsonSection json, ProfileLibrary profiles, string driver)
    {
        bool pushes = driver == DeviceReader.XrayHikvision && json.Has("url");
        string listen = pushes ? "" : json.Required("listen");
        IPEndPoint? end = null;
        if (listen.Length > 0 && !IPEndPoint.TryParse(listen, out end))
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:18082");
        }

        Uri? url = null;
        if (pushes && (!Uri.TryCreate(json.Text("url", ""), UriKind.Absolute, out url) || url.Scheme != Uri.UriSchemeHttp))
        {
            json.Report("url", "must be http://host:port/{device}/{token}");
        }

        return new InspectionDevice
        {
            Id = "",
            Driver = driver,
            Profile = profiles.For(json, InspectionProfileReader.Read),
            Mix = json.Has("mix") ? ParcelMixReader.Read(json.Section("mix")) : new ParcelMix(),
            Line = json.Has("line") ? json.Text("line", "") : null,
            Rate = json.Number("rate", 1, 0.001, 1000),
            Url = url,
            Listen = end,
            User = pushes ? "" : json.Text("user", "admin"),
            Password = pushes ? "" : json.Text("password", ""),
        };
    }
}
