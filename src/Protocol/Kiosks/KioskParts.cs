using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Reads what the lists of a message hold: modules, supplies, alarms.</summary>
internal static class KioskParts
{
    public const int MostModules = 64;
    public const int MostSupplies = 64;

    private const int MostAlarms = 32;
    private const int MostParts = 32;
    private const int LongestPart = 32;

    /// <summary>A code of one module is a number of few digits; a longer one is something else.</summary>
    private const int MostStatus = 999;

    /// <param name="members">Where the list stands.</param>
    /// <param name="isCut">Whether anything in it could not be read: then it does not say what is over.</param>
    public static IReadOnlyList<KioskTrouble>? Alarms(KioskMembers members, out bool isCut)
    {
        int before = members.Notes.Count;
        var alarms = members.List("alarms", MostAlarms, Alarm, "alarms", "alarm");
        isCut = members.Notes.Count > before;
        return alarms;
    }

    public static KioskModuleSaid? Module(KioskMembers members)
    {
        string? module = members.Text("module", IsName, "module-name");
        long? status = members.Whole("status", "module-status", -MostStatus, MostStatus);
        string? kind = members.Text("class", IsName, "module-class");
        var parts = members.List("parts", MostParts, Part, "parts", "part");
        string? code = members.Text("code", KioskTexts.IsVendorCode, "code");
        var alarms = Alarms(members, out bool isCut);
        return module is null || status is not { } number ? null : new KioskModuleSaid
        {
            Module = module,
            Class = kind,
            Status = (int)number,
            Parts = parts,
            Code = code,
            Alarms = alarms,
            AlarmsAreCut = isCut,
        };
    }

    public static KioskSupplySaid? Supply(KioskMembers members)
    {
        string? module = members.Text("module", IsName, "module-name");
        string? name = members.Text("name", IsName, "supply-name");
        string? supply = members.Text("supply", KioskTexts.IsCode, "supply-kind");
        string? state = members.Text("state", KioskTexts.IsCode, "supply-state");
        bool? fills = members.Flag("fills", "fills");
        double? percent = members.Percent("percent", "percent");
        long? count = members.Whole("count", "count");
        long? capacity = members.Whole("capacity", "capacity");
        return module is null || name is null || supply is null || state is null ? null : new KioskSupplySaid(module, name, supply, state, fills, percent, count, capacity);
    }

    private static KioskTrouble? Alarm(KioskMembers members)
    {
        string? alarm = members.Text("alarm", KioskTexts.IsCode, "alarm-word");
        string? name = members.Text("name", IsName, "alarm-name");
        string? code = members.Text("code", KioskTexts.IsVendorCode, "code");
        return alarm is null ? null : new KioskTrouble(alarm, name, code);
    }

    private static KioskPart? Part(KioskMembers members)
    {
        string? name = members.Text("name", IsPart, "part-name");
        string? state = members.Text("state", IsPart, "part-state");
        return name is null || state is null ? null : new KioskPart(name, state);
    }

    private static bool IsName(string text) => KioskTexts.IsName(text);

    private static bool IsPart(string text) => KioskTexts.IsName(text, LongestPart);
}
