namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>What a message is to the one who asked (kiosk.md section 1.2): the request id decides, not the type alone.</summary>
public enum XfsMessageKind
{
    /// <summary>The command was taken, or refused: then there will be no completion.</summary>
    Acknowledge,

    /// <summary>The end of a command.</summary>
    Completion,

    /// <summary>On the way of a command that somebody on this link gave.</summary>
    Event,

    /// <summary>Told by the service itself to everybody.</summary>
    Unsolicited,
}
