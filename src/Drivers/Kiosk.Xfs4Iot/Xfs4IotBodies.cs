using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>What services say, in the words of this product.</summary>
internal static class Xfs4IotBodies
{
    private const string NoClass = "unknown";

    /// <param name="module">Name of the service.</param>
    /// <param name="type">Its class, when it is known.</param>
    /// <param name="health">As the table has it.</param>
    /// <param name="changed">Paths that changed; null for a periodic one.</param>
    public static KioskModuleBody Module(string module, string? type, XfsHealth health, IReadOnlyList<string>? changed = null) => new()
    {
        Module = module,
        Class = type ?? NoClass,
        Health = health.Health,
        Severity = health.Severity,
        Busy = health.IsBusy ? true : null,
        Parts = health.Parts.Count > 0 ? health.Parts : null,
        Raw = health.Raw.Count > 0 ? health.Raw : null,
        Changed = changed is { Count: > 0 } ? changed : null,
    };

    public static KioskConsumableBody Consumable(string module, XfsSupply supply) => new()
    {
        Module = module,
        Name = supply.Name,
        Supply = supply.Supply,
        State = supply.State,
        Fills = supply.Fills,
        LevelPercent = supply.LevelPercent,
        Count = supply.Count,
        Capacity = supply.Capacity,
    };

    /// <param name="module">Name of the service.</param>
    /// <param name="alarm">What stands in its status.</param>
    /// <param name="isActive">False when it is over.</param>
    public static KioskAlarmBody Alarm(string module, XfsAlarm alarm, bool isActive) => new()
    {
        Alarm = alarm.Alarm,
        Active = isActive,
        Severity = alarm.Severity,
        Module = module,
        Name = alarm.Name,
        Text = alarm.State,
    };

    /// <summary>An error event has no end: what it was about is in the status that is asked for next.</summary>
    public static KioskAlarmBody Error(string module, XfsError error)
    {
        bool isFraud = error.Cause is { IsKnown: true, Text: var cause } && cause.Equals("fraudAttempt", StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Alarm = isFraud ? "fraud" : "device-error",
            Severity = isFraud ? "critical" : "major",
            Module = module,
            Name = string.Join('/', new[] { error.Cause?.Text, error.Action?.Text }.OfType<string>()) is { Length: > 0 } name ? name : null,
            Code = error.VendorCode,
            Text = error.Text,
        };
    }
}
