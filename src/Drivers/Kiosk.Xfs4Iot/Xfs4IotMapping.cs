using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>From the words of XFS4IoT (kiosk.md sections 1.1 and 2.4) to those of the model, with <see cref="Xfs4IotBodies"/>.</summary>
internal static class Xfs4IotMapping
{
    public const string DriverName = "kiosk-xfs4iot";

    /// <summary>Flag of a module whose last status is older than it may be, or was lost: its parts are how they were then.</summary>
    public const string Stale = "STALE_STATUS";

    private const int LongestModule = 64;

    /// <summary>Where a service is dialled: at the kiosk, unless the settings let it be elsewhere. What it calls itself goes out as Host header.</summary>
    public static WebSocketTarget Target(XfsServiceAddress address, Xfs4IotOptions options)
    {
        var dial = address.Dial(options.Host, options.ServiceHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase));
        return new WebSocketTarget(dial.Host, dial.Port, dial.Path, dial.HostHeader, dial.IsTls ? options.Tls ?? new TlsSettings() : null, XfsReader.MostBytes);
    }

    /// <summary>Of a service whose name another publisher of the kiosk has used.</summary>
    public static string SecondName(XfsServiceAddress address)
    {
        string end = FormattableString.Invariant($":{address.Port}");
        return address.Name[..Math.Min(address.Name.Length, LongestModule - end.Length)] + end;
    }

    /// <summary>Of a kiosk: the worst of its modules; the device that nobody expects is no trouble.</summary>
    public static string Worst(IEnumerable<KeptModule> modules) =>
        KioskHealth.Worst(modules.Where(one => !IsWell(one)).Select(one => one.Health).DefaultIfEmpty(KioskWords.Ok));

    public static bool IsWell(KeptModule module) => module.Health == KioskWords.Ok || (module.Health == KioskWords.Absent && module.Severity is null);

    /// <summary>Names of trays are the vendor's: one that is called as a part of the printer itself is told apart.</summary>
    public static SupplyLevel Level(string module, XfsSupply supply) =>
        new(module, supply is { Supply: "paper", Name: "toner" or "ink" or "lamp" } ? $"paper.{supply.Name}" : supply.Name, supply.Supply, supply.State, supply.Fills, supply.LevelPercent, supply.Count, supply.Capacity);

    /// <summary>The module is its scope: what its next status does not hold is over.</summary>
    public static KioskAlarm Alarm(string module, XfsAlarm alarm) => new(module, alarm.Alarm, alarm.Severity, module, alarm.Name, Text: alarm.State);

    /// <summary>A name without a label looks like any other word: the vendor's text goes no further unless it cannot hold one; its code and the cause always do.</summary>
    public static KioskAlarm Error(string module, XfsError error, IDeviceWatch watch)
    {
        var body = Xfs4IotBodies.Error(module, error);
        bool isPlain = body.Text is null || IsPlain(body.Text);
        if (!isPlain)
        {
            watch.Fault(FaultKind.Unsupported, "text-withheld");
        }

        return new KioskAlarm(module, body.Alarm, body.Severity, module, body.Name, body.Code, isPlain ? body.Text : null);
    }

    /// <summary>The device answered that it is in trouble; its text goes nowhere.</summary>
    public static KioskAlarm Trouble(string module, string code) =>
        new(module, code == "fraudAttempt" ? "fraud" : "device-error", code == "fraudAttempt" ? "critical" : "major", module, "status", Text: code);

    /// <summary>Words without capitals, behind a first one that may be a code.</summary>
    private static bool IsPlain(string text) => text.All(char.IsAscii) && text.Split(' ').Select((word, index) => (word, index)).All(one => (one.index == 0 && one.word.Any(char.IsAsciiDigit)) || !one.word.Any(char.IsAsciiLetterUpper));
}
