namespace EdgeGateway.Protocol.Commands;

/// <summary>How far a command got (contract section 6).</summary>
public enum CommandState
{
    /// <summary>Checked, kept on disk, will be tried before its deadline.</summary>
    Accepted,

    Done,

    /// <summary>It was tried, or could not be tried, and has no effect that is known of.</summary>
    Failed,

    /// <summary>Never tried, by a rule.</summary>
    Refused,

    /// <summary>Accepted, and its deadline passed before it could be started.</summary>
    Expired,

    /// <summary>It may or may not have had its effect.</summary>
    Unknown,
}
