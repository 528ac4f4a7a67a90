using System.Net;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;

namespace EdgeGateway.Sim.Verbs;

/// <summary>What a person typed of an X-ray scanner that writes DICOS files.</summary>
internal sealed record TypedScanner(string Driver, string Id, string? Folder, string? Target, double Rate, long Count)
{
    public bool IsScanner => Driver == DeviceReader.XrayDicos;

    public ScannerDevice Device(ScannerProfile profile, List<Mistake> mistakes)
    {
        IPEndPoint? store = IPEndPoint.TryParse(Target ?? "", out IPEndPoint? parsed) ? parsed : null;
        if (Folder is null && store is null)
        {
            mistakes.Add(new Mistake("--folder", "give --folder to write files, or --target address:port to send them with storescu"));
        }

        if (Rate <= 0)
        {
            mistakes.Add(new Mistake("--rate", "must be above 0"));
        }

        return new ScannerDevice { Id = Id, Driver = Driver, Profile = profile, Folder = Folder, Store = Folder is null ? store : null, Rate = Rate, Count = Count };
    }
}
