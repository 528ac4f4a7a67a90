using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Over which link a message came.</summary>
/// <param name="Device">Device id from the configuration.</param>
/// <param name="Driver">Name of the driver.</param>
/// <param name="Site">What the configuration says of the network.</param>
public sealed record RadioVia(string Device, string Driver, RadioSiteOptions Site)
{
    /// <summary>The answer of the gateway lets a registration count so long; see <see cref="PresenceRule"/>.</summary>
    public TimeSpan PresenceValid { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Somebody by address and kind, with the user number when it converts.</summary>
    public RadioIdentity Who(long id, string kind) => new(id, kind, kind is RadioIdentity.Individual or RadioIdentity.Group ? Site.Numbers.NumberOf(id, kind == RadioIdentity.Group) : null);

    /// <summary>The user number of a radio, or null.</summary>
    public string? NumberOf(long? radio) => radio is { } id ? Site.Numbers.NumberOf(id, false) : null;
}
