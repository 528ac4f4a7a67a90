using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Looks at all rows of one printer and says how it is.</summary>
internal sealed class PrinterHealth(PrinterAnswers answers, string device)
{
    private const int MostParts = 64;
    private const int MostRaw = 32;
    private const int Printing = 4;
    private const int WarmingUp = 5;
    private const int NotKnown = 2;

    private readonly List<KioskPart> _parts = [];
    private readonly List<string> _raw = [];
    private readonly List<string> _health = [];
    private readonly List<string> _troubles = [];
    private readonly PrinterAlarms _alarms = new(ModuleOf(device));
    private bool _isBusy;

    /// <summary>The first printer of an agent has the usual index 1 and no number.</summary>
    public static string ModuleOf(string device) => device == "1" ? "printer" : $"printer-{device}";

    public PrinterView Look()
    {
        // Alerts first: they have words for what bits and covers say once more.
        Each(answers.Alerts, TakeAlert);
        Each(answers.Covers, TakeCover);
        Each(answers.Printers, TakePrinter);
        Each(answers.Inputs, row => TakePart($"input.{row.Last}", row.Whole(PrinterMib.InputStatus)));
        Each(answers.Markers, row => TakePart($"marker.{row.Last}", row.Whole(PrinterMib.MarkerStatus)));
        return new PrinterView(
            ModuleOf(device),
            PrinterView.Worst(_health.DefaultIfEmpty(KioskWords.Ok)),
            _isBusy,
            [.. _parts.Take(MostParts)],
            [.. _raw.Distinct().Take(MostRaw)],
            [.. _troubles.Distinct().Order(StringComparer.Ordinal).Take(MostParts)],
            _alarms.All);
    }

    private void Each(SnmpTable table, Action<SnmpRow> take)
    {
        foreach (var row in PrinterAnswers.Of(table, device))
        {
            take(row);
        }
    }

    private void TakePrinter(SnmpRow row)
    {
        if (row.Whole(PrinterMib.Status) is { } status)
        {
            _parts.Add(new KioskPart("status", PrinterWords.Status(status)));
            _isBusy = status == Printing;
            TakeStatus(status);
        }

        foreach (var error in PrinterErrors.Read(row[PrinterMib.DetectedErrors]?.Octets is { } octets ? octets.Span : default))
        {
            TakeError(error);
        }
    }

    private void TakeStatus(long status)
    {
        if (status is < 1 or > WarmingUp)
        {
            AddRaw(FormattableString.Invariant($"hrPrinterStatus:{status}"));
        }
        else if (status is WarmingUp or NotKnown)
        {
            _health.Add(status == WarmingUp ? KioskWords.Starting : KioskWords.Unknown);
        }
    }

    private void TakeError(PrinterError error)
    {
        if (PrinterWords.Health(error) is not { } health)
        {
            AddRaw(FormattableString.Invariant($"hrPrinterDetectedErrorState:{(int)error}"));
            return;
        }

        string name = char.ToLowerInvariant(error.ToString()[0]) + error.ToString()[1..];
        Trouble($"error.{name}", "on", health);
        _alarms.Take(error);
    }

    private void TakeCover(SnmpRow row)
    {
        if (row.Whole(PrinterMib.CoverStatus) is { } status)
        {
            string name = FormattableString.Invariant($"cover.{row.Last}");
            if (PrinterWords.IsOpen(status))
            {
                Trouble(name, PrinterWords.Cover(status), KioskWords.Fault);
                _alarms.TakeOpenCover(row.Text(PrinterMib.CoverDescription));
            }
            else
            {
                _parts.Add(new KioskPart(name, PrinterWords.Cover(status)));
            }
        }
    }

    /// <summary>A tray that is empty says that it is critical even where the printer takes the next one: it is a warning.</summary>
    private void TakePart(string name, long? value)
    {
        if (value is { } number && SubUnitStatus.Read(number) is { } status)
        {
            if (status.IsBroken || status.IsCritical || status.HasWarning || status.IsOffline)
            {
                Trouble(name, status.Word, KioskWords.Warning);
            }
            else
            {
                _parts.Add(new KioskPart(name, status.Word));
            }
        }
        else if (value is not null)
        {
            AddRaw(FormattableString.Invariant($"{name}:{value}"));
        }
    }

    private void TakeAlert(SnmpRow row)
    {
        var alert = PrinterAlert.Read(row);
        if (alert.IsNotice)
        {
            return;
        }

        Trouble(alert.Name, alert.State, alert.IsCritical ? KioskWords.Fault : KioskWords.Warning);
        _alarms.Take(alert);
    }

    private void Trouble(string name, string state, string health)
    {
        _parts.Add(new KioskPart(name, state));
        _troubles.Add($"{name}={state}");
        _health.Add(health);
    }

    private void AddRaw(string value)
    {
        _raw.Add(value);
        _troubles.Add(value);
        _health.Add(KioskWords.Warning);
    }
}
