namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Whose emergency it is. Those who did not say who they are stay apart by device and slot: two of them are not one.</summary>
/// <param name="Radio">24-bit id; null for who did not say it.</param>
/// <param name="Device">Device id from the configuration; null with an id.</param>
/// <param name="Slot">Of a repeater; null with an id and where there is none.</param>
/// <param name="IsOwn">The radio at hand spoke of itself before it told its id; false with an id.</param>
public readonly record struct EmergencyCaller(long? Radio, string? Device = null, int? Slot = null, bool IsOwn = false)
{
    internal static EmergencyCaller Of(Heard heard, string device) => RadioKeys.RadioOf(heard) is { } id and not 0
        ? new EmergencyCaller(id)
        : new EmergencyCaller(null, device, heard.Slot, RadioKeys.IsOfOwn(heard.Content));
}
