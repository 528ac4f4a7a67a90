namespace EdgeGateway.Uplink.Forwarding;

/// <summary>What the forwarder does with a message after the broker's answer (brokers.md section 2.1).</summary>
public enum AckReaction
{
    /// <summary>Taken: forget it.</summary>
    Delivered,

    /// <summary>Taken and nobody listens (0x10): keep it, and everything of its topic, until somebody may.</summary>
    HoldTopic,

    /// <summary>Not allowed on this topic: keep the topic for minutes, the others go on.</summary>
    BarTopic,

    /// <summary>Too much for the broker now: the lane waits, longer each time, then sends again.</summary>
    PauseLane,

    /// <summary>Can never be taken as it is: out of the lane, kept on disk with the reason.</summary>
    Park,

    /// <summary>The two sides disagree on packet numbers: end the link and send again.</summary>
    ResetLink,
}

/// <summary>The table of reactions.</summary>
public static class AckReactions
{
    public static AckReaction To(byte reason) => reason switch
    {
        0x10 => AckReaction.HoldTopic,
        < 0x80 => AckReaction.Delivered,
        0x84 or 0x85 or 0x86 or 0x87 or 0x8A => AckReaction.BarTopic,
        0x90 or 0x95 or 0x99 => AckReaction.Park,
        0x91 or 0x92 or 0x93 => AckReaction.ResetLink,
        _ => AckReaction.PauseLane,
    };
}
