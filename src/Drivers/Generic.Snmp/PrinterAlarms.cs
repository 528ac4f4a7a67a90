using System.Globalization;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Privacy;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>
/// The alarms of one printer. Alerts, covers and bits tell the same trouble two or three times over: an alarm is named by the trouble and not by who
/// told it, so that it stays one when one of them is slower.
/// </summary>
/// <param name="module">Which printer.</param>
internal sealed class PrinterAlarms(string module)
{
    private const string Jam = "jam";
    private const string DoorOpen = "door-open";
    private const string SupplyOut = "supply-out";
    private const string DeviceError = "device-error";
    private const string Major = "major";
    private const string Minor = "minor";
    private const string Paper = "paper";
    private const string Toner = "toner";
    private const int InputGroup = 8;
    private const int FinisherInputGroup = 32;

    private readonly OrderedDictionary<string, KioskAlarm> _alarms = [];

    public IReadOnlyList<KioskAlarm> All => [.. _alarms.Values];

    public void Take(PrinterAlert alert)
    {
        var (what, name, severity) = PrinterWords.GenericCode(alert.Code) switch
        {
            3 or 5 or 501 => (DoorOpen, "cover", Minor),
            8 => (Jam, "media-path", Major),
            13 when alert.Group is InputGroup or FinisherInputGroup => (SupplyOut, Paper, Major),
            808 => (SupplyOut, Paper, Major),
            13 or 1101 or 1102 or 1103 or 1114 => (SupplyOut, Toner, Major),
            _ => (alert.IsCritical ? DeviceError : null, PrinterWords.Group(alert.Group), Major),
        };
        Add(what, name, severity, alert.Code.ToString(CultureInfo.InvariantCulture), alert.Text);
    }

    public void TakeOpenCover(string? description) => Add(DoorOpen, "cover", Minor, null, ScrubbedText.Of(description));

    public void Take(PrinterError error)
    {
        var (what, name, severity) = error switch
        {
            PrinterError.Jammed => (Jam, "media-path", Major),
            PrinterError.DoorOpen => (DoorOpen, "cover", Minor),
            PrinterError.NoPaper => (SupplyOut, Paper, Major),
            PrinterError.NoToner => (SupplyOut, Toner, Major),
            PrinterError.ServiceRequested => (DeviceError, "service", Minor),
            _ => (null, string.Empty, Minor),
        };
        Add(what, name, severity, null, null);
    }

    private void Add(string? what, string name, string severity, string? code, string? text)
    {
        if (what is not null)
        {
            _alarms.TryAdd($"{what}/{name}", new KioskAlarm(module, what, severity, module, name, code, text));
        }
    }
}
