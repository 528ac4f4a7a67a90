namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Finds what is used up and what fills in a status and a storage (kiosk.md section 2.2).</summary>
internal static class XfsSupplyList
{
    private const string RetainBin = "retain-bin";
    private const string Unknown = "unknown";

    public static IReadOnlyList<XfsSupply> Of(XfsTree status, XfsStorage? storage) =>
        [.. status.Values.Select(entry => Of(status, entry.Key, entry.Value)).OfType<XfsSupply>(), .. (storage ?? XfsStorage.Empty).Units.Values.Select(Of).OfType<XfsSupply>()];

    private static XfsSupply? Of(XfsTree status, string path, XfsValue value)
    {
        string[] steps = path.Split('.');
        return steps switch
        {
            ["printer", "paper", var tray] => new XfsSupply(tray, "paper", value.Text, false),
            ["printer", "toner" or "ink" or "lamp"] or ["check", "toner" or "ink"] => new XfsSupply(steps[1], steps[1], value.Text, false),
            ["printer", "retractBins", var bin, "state"] => new XfsSupply($"retractBin{bin}", RetainBin, value.Text, true, (long?)status[$"printer.retractBins.{bin}.count"]?.Number),
            _ => null,
        };
    }

    private static XfsSupply? Of(XfsUnit unit)
    {
        string? supply = unit switch
        {
            { Content: "card", Type.Text: "dispense" } => "card-stock",
            { Content: "card", Type.Text: "retain" } or { Content: "printer" or "check" } => RetainBin,
            { Content: "cash" } => "cash-box",
            _ => null,
        };
        return supply is null ? null : new XfsSupply(unit.Id, supply, State(unit), unit.Fills, unit.Count, unit.Capacity);
    }

    /// <summary>An empty stack is out; an empty bin is as it should be.</summary>
    private static string State(XfsUnit unit) =>
        XfsStateWords.Is(unit.Status, "missing") ? "missing"
        : unit.Replenishment is not { } level ? Unknown
        : !XfsStateWords.Is(level, "empty") ? level.Text
        : unit.Fills ? "ok" : "out";
}
