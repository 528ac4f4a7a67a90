namespace EdgeGateway.Pipeline;

/// <summary>A sink that knows whether somebody waits in it: whose reading waits for the disk may have more to say and cannot.</summary>
public interface IHeldSink
{
    /// <summary>Whether somebody waits now.</summary>
    bool IsHeld { get; }

    /// <summary>How many have waited and wait no more; while it grows, the disk is at work.</summary>
    long Ended { get; }
}
