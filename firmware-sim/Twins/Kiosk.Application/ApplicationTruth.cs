using System.Globalization;
using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>What a reading must say of what the kiosk's software said.</summary>
internal static class ApplicationTruth
{
    public static TruthLine Transaction(string device, KioskVisit visit)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["session"] = visit.Session,
            ["business"] = visit.IsCatalogued ? visit.Business : "other",
            ["businessRaw"] = visit.IsCatalogued ? "" : visit.Business,
            ["outcome"] = visit.Outcome,
            ["reason"] = visit.Reason ?? "",
            ["began"] = TruthTime.Text(visit.Began),
            ["durationMs"] = Milliseconds(visit.Duration),
            ["paymentChannel"] = visit.PaymentChannel ?? "",
            ["paymentResult"] = visit.PaymentResult ?? "",
            ["amountFen"] = visit.AmountFen?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["mediaIssued"] = visit.MediaIssued.ToString(CultureInfo.InvariantCulture),
            ["mediaRetained"] = visit.MediaRetained.ToString(CultureInfo.InvariantCulture),
            [Step(visit.Steps.Count)] = "",
        };
        for (int index = 0; index < visit.Steps.Count; index++)
        {
            KioskVisitStep step = visit.Steps[index];
            (facts[Step(index) + ".step"], facts[Step(index) + ".result"], facts[Step(index) + ".durationMs"]) = (step.Step, step.Result, Milliseconds(step.Duration));
        }

        return Line(device, visit.Session, "kiosk.transaction", facts);
    }

    /// <param name="device">Whose.</param>
    /// <param name="module">Empty for the kiosk as a whole.</param>
    /// <param name="alarm">Which.</param>
    /// <param name="active">Whether it begins.</param>
    public static TruthLine Alarm(string device, string module, string alarm, bool active) =>
        Line(device, $"{alarm}/{module}", "kiosk.alarm", new(StringComparer.Ordinal) { ["alarm"] = alarm, ["module"] = module, ["active"] = active ? "true" : "false" });

    private static TruthLine Line(string device, string name, string kind, Dictionary<string, string> facts) =>
        new() { Device = device, NativeId = TruthLine.Kiosk + name, Plate = "", LaneNo = 0, Time = default, Kind = kind, Facts = facts };

    private static string Step(int index) => string.Create(CultureInfo.InvariantCulture, $"steps.{index}");

    private static string Milliseconds(TimeSpan span) => ((long)span.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
