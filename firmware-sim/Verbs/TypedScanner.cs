using System.Net;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;

namespace EdgeGateway.Sim.Verbs;

/// <summary>An X-ray scanner that writes DICOS files, by hand.</summary>
internal static class TypedScanner
{
    public static ScannerDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        IPEndPoint? store = IPEndPoint.TryParse(typed.Target ?? "", out IPEndPoint? parsed) ? parsed : null;
        if (typed.Folder is null && store is null)
        {
            mistakes.Add(new Mistake("--folder", "give --folder to write files, or --target address:port to send them with storescu"));
        }

        if (typed.Rate <= 0)
        {
            mistakes.Add(new Mistake("--rate", "must be above 0"));
        }

        return new ScannerDevice
        {
            Id = typed.Id,
            Driver = typed.Driver,
            Profile = typed.Profile(ScannerProfileReader.Read, mistakes),
            Folder = typed.Folder,
            Store = typed.Folder is null ? store : null,
            Rate = typed.Rate,
            Count = typed.Count,
        };
    }
}
