namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>What an upper library does with a notification instead of taking it.</summary>
public enum LibraryRefusal
{
    /// <summary>200 with the status 1.</summary>
    Status1,

    /// <summary>HTTP 500.</summary>
    Error500,

    /// <summary>401 with a challenge, and the registration is forgotten.</summary>
    Unauthorised,

    /// <summary>The link is cut without an answer, although the notification is noted.</summary>
    Cut,
}
