using System.Net;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of an X-ray scanner: <c>folder</c> or <c>store</c>, its line and its profile.</summary>
public static class ScannerReader
{
    public static ScannerDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        string? folder = json.Has("folder") ? json.Required("folder") : null;
        string store = folder is null ? json.Required("store") : "";
        IPEndPoint? end = null;
        if (store.Length > 0 && !IPEndPoint.TryParse(store, out end))
        {
            json.Report("store", "must be address:port of the receiver, such as 127.0.0.1:11112; to write files, give a folder");
        }

        return new ScannerDevice
        {
            Id = "",
            Driver = DeviceReader.XrayDicos,
            Profile = profiles.For(json, ScannerProfileReader.Read),
            Folder = folder,
            Store = end,
            Line = json.Has("line") ? json.Text("line", "") : null,
            Rate = json.Number("rate", 0.8, 0.001, 1_000),
        };
    }
}
