using System.Text.Json;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>A service that an order becomes.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Sign">What shows, where the reply is missing, that it was obeyed; null when nothing can.</param>
/// <param name="IsSo">Whether the aircraft already does it; null where that cannot be seen.</param>
internal sealed record ServicePlan(string Method, string? Sign, Func<bool>? IsSo)
{
    /// <summary>Its members.</summary>
    public Action<Utf8JsonWriter>? Data { get; init; }

    /// <summary>It makes the aircraft fly to a point.</summary>
    public bool IsToPoint { get; init; }
}
