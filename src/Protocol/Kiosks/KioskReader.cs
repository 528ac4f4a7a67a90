using System.Text.Json;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Reads one message.</summary>
internal static class KioskReader
{
    private const int MostSession = 256;
    private const int MostBusiness = 64;
    private const int MostSteps = 64;
    private const int MostPieces = 100_000;
    private const string ModuleItem = "module";

    private static readonly JsonDocumentOptions s_depth = new() { MaxDepth = 16 };

    /// <param name="utf8">One JSON value.</param>
    /// <param name="zone">Of times that name none.</param>
    /// <param name="fault">One of <see cref="KioskFaults"/>; null when it was read.</param>
    public static KioskMessage? Read(ReadOnlyMemory<byte> utf8, TimeSpan zone, out string? fault)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, s_depth);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                fault = KioskFaults.NotAnObject;
                return null;
            }

            return Read(new KioskMembers(document.RootElement, new KioskNotes()), zone, out fault);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An escape that is no character is only found when the name of a member is asked for.
            fault = KioskFaults.NotJson;
            return null;
        }
    }

    private static KioskMessage? Read(KioskMembers members, TimeSpan zone, out string? fault)
    {
        string? type = members.Text("type", _ => true, "type");
        KioskMessage? message;
        (message, fault) = type switch
        {
            KioskTransaction.TypeName => Transaction(members, zone),
            KioskCounters.TypeName => Counters(members),
            KioskStatus.StateName => (State(members), null),
            KioskStatus.HeartbeatName => (Status(members) with { IsHeartbeat = true }, null),
            KioskModules.TypeName => Modules(members),
            KioskSupplies.TypeName => Supplies(members),
            _ => (null, type is null ? KioskFaults.TypeMissing : KioskFaults.TypeUnknown),
        };
        var time = Time(members, "time", zone);
        members.Finish();
        return message is null ? null : message with { Time = time, Doubts = members.Notes.Doubts, HasUnlisted = members.Notes.HasUnlisted };
    }

    private static (KioskMessage?, string?) Transaction(KioskMembers members, TimeSpan zone)
    {
        string? session = members.Text("session", text => text.Length is > 0 and <= MostSession, "session");
        string? business = members.Text("business", text => text.Length is > 0 and <= MostBusiness, "business");
        bool hasOutcome = members.Has("outcome");
        string? outcome = members.Text("outcome", KioskTexts.IsCode, "outcome");
        if (session is null || business is null || !hasOutcome)
        {
            return (null, session is null ? KioskFaults.SessionMissing : business is null ? KioskFaults.BusinessMissing : KioskFaults.OutcomeMissing);
        }

        var payment = members.Object("payment", "payment");
        var media = members.Object("media", "media");
        var message = new KioskTransaction
        {
            Session = session,
            Business = business,
            Outcome = outcome ?? KioskVocabulary.Other,
            Reason = members.Text("reason", KioskTexts.IsCode, "reason"),
            Began = Time(members, "began", zone),
            DurationMs = members.Whole("durationMs", "duration"),
            Steps = members.List("steps", MostSteps, Step, "steps", "step"),
            PaymentChannel = payment?.Text("channel", KioskTexts.IsCode, "payment-channel"),
            PaymentResult = payment?.Text("result", KioskTexts.IsCode, "payment-result"),
            AmountFen = payment?.Whole("amountFen", "payment-amount"),
            MediaIssued = (int?)media?.Whole("issued", "media-issued", 0, MostPieces),
            MediaRetained = (int?)media?.Whole("retained", "media-retained", 0, MostPieces),
        };
        payment?.Finish();
        media?.Finish();
        return (message, null);
    }

    private static KioskTransactionStep? Step(KioskMembers members)
    {
        string? step = members.Text("step", _ => true, "step");
        string? result = members.Text("result", _ => true, "step-result");
        long? duration = members.Whole("durationMs", "step-duration");
        return step is null ? null : new KioskTransactionStep(OneOf(KioskVocabulary.Steps, step), duration, result is null ? null : OneOf(KioskVocabulary.StepResults, result));
    }

    private static string OneOf(IReadOnlyList<string> known, string word) => known.Contains(word) ? word : KioskVocabulary.Other;

    private static (KioskMessage?, string?) Counters(KioskMembers members)
    {
        if (members.Object("counters", "counters") is not { } counters)
        {
            return (null, KioskFaults.CountersMissing);
        }

        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string name in KioskVocabulary.Totals)
        {
            if (counters.Whole(name, "counter") is { } total)
            {
                totals[name] = total;
            }
        }

        counters.Finish();
        return totals.Count == 0 ? (null, KioskFaults.CountersMissing) : (new KioskCounters { Totals = totals }, null);
    }

    private static KioskStatus Status(KioskMembers members) => new()
    {
        Mode = members.Text("mode", KioskTexts.IsCode, "mode"),
        Application = members.Text("application", KioskTexts.IsVersion, "application"),
        UptimeSeconds = members.Whole("uptimeSeconds", "uptime"),
    };

    private static KioskStatus State(KioskMembers members)
    {
        var alarms = KioskParts.Alarms(members, out bool isCut);
        return Status(members) with { Alarms = alarms, AlarmsAreCut = isCut };
    }

    private static (KioskMessage?, string?) Modules(KioskMembers members)
    {
        bool isWhole = members.Flag("whole", "whole") == true;
        return members.List("modules", KioskParts.MostModules, KioskParts.Module, "modules", ModuleItem) is { } modules
            ? (new KioskModules { Modules = modules, IsWhole = isWhole && !members.Notes.IsDoubted(ModuleItem) }, null)
            : (null, KioskFaults.ModulesMissing);
    }

    private static (KioskMessage?, string?) Supplies(KioskMembers members) =>
        members.List("supplies", KioskParts.MostSupplies, KioskParts.Supply, "supplies", "supply") is { } supplies
            ? (new KioskSupplies { Supplies = supplies }, null)
            : (null, KioskFaults.SuppliesMissing);

    private static KioskTime? Time(KioskMembers members, string name, TimeSpan zone) =>
        members.Text(name, text => KioskTime.Read(text, zone) is not null, name) is { } text ? KioskTime.Read(text, zone) : null;
}
