using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>Reads <see cref="ScannerProfile"/>.</summary>
public static class ScannerProfileReader
{
    private static readonly ScannerProfile s_usual = new();

    public static ScannerProfile Read(JsonSection json)
    {
        var profile = new ScannerProfile
        {
            Maker = json.Text("maker", s_usual.Maker),
            Model = json.Text("model", s_usual.Model),
            Serial = json.Text("serial", s_usual.Serial),
            MachineId = json.Text("machineId", s_usual.MachineId),
            Encoding = json.Choice("encoding", s_usual.Encoding, ("explicit", DicosEncoding.Explicit), ("implicit", DicosEncoding.Implicit)),
            Undefined = json.Flag("undefinedLengths", s_usual.Undefined),
            Pictures = json.Flag("pictures", s_usual.Pictures),
            Columns = json.Count("columns", s_usual.Columns, 16, 4096),
            Rows = json.Count("rows", s_usual.Rows, 16, 4096),
            Renames = json.Flag("renames", s_usual.Renames),
            Title = json.Text("aeTitle", s_usual.Title),
            Called = json.Text("called", s_usual.Called),
            Mix = json.Has("mix") ? ParcelMixReader.Read(json.Section("mix")) : s_usual.Mix,
            Faults = json.Has("faults") ? Faults(json.Section("faults")) : s_usual.Faults,
        };
        json.Done();
        return profile;
    }

    private static ScannerFaults Faults(JsonSection json)
    {
        var faults = new ScannerFaults
        {
            Twice = json.Count("twice", 0, 0, int.MaxValue),
            SameUid = json.Count("sameUid", 0, 0, int.MaxValue),
            Unreadable = json.Count("unreadable", 0, 0, int.MaxValue),
            Slow = json.Count("slow", 0, 0, int.MaxValue),
            WrongCharset = json.Count("wrongCharset", 0, 0, int.MaxValue),
            BigEndian = json.Count("bigEndian", 0, 0, int.MaxValue),
        };
        json.Done();
        return faults;
    }
}
