namespace EdgeGateway.Sim.Radio;

/// <summary>A link and what goes through it.</summary>
/// <param name="Link">The conversation.</param>
/// <param name="Service">The only service that it carries; null carries all.</param>
/// <param name="Slot">Its slot; null for none.</param>
public sealed record RadioDoor(IRadioLink Link, RadioService? Service, int? Slot)
{
    public bool Carries(RadioStatement statement) => (Service is null || Service == statement.Service) && (Slot is null || Slot == statement.Slot);
}
