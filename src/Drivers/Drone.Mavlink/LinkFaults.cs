namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What is counted of a link, besides what the codec finds.</summary>
internal static class LinkFaults
{
    /// <summary>A system that the site does not list, where it wants no others.</summary>
    public const string UnknownVehicle = "unknown-vehicle";

    public const string TooManyVehicles = "too-many-vehicles";
    public const string TooManyEvents = "too-many-events";

    /// <summary>Another part of the vehicle says that it is the autopilot; the first one counts.</summary>
    public const string SecondAutopilot = "second-autopilot";

    /// <summary>It carries our own ids: an echo, or a second ground station that is set as we are.</summary>
    public const string OwnIds = "own-ids";

    /// <summary>An id that nobody here knows; counted once for each id.</summary>
    public const string UnknownMessage = "unknown-id";

    /// <summary>A right signature that is more than a day ahead of our clock: the frame is taken, its time is not.</summary>
    public const string Future = "future";

    /// <summary>A text of a system that gave no heartbeat.</summary>
    public const string NoHeartbeat = "no-heartbeat";

    /// <summary>The time of our signatures could not be remembered; the clock carries it on.</summary>
    public const string TimeNotStored = "time-not-stored";

    /// <summary>The network card or the route is gone for that far end.</summary>
    public const string NoRoute = "no-route";
}
