namespace EdgeGateway.Commands;

/// <summary>No quick answers: a gateway without an uplink that sends them still keeps the durable ones.</summary>
public sealed class SilentReplies : ICommandReplies
{
    public void Send(CommandReply reply)
    {
        // Best effort, and there is no way: the reading of kind command.result goes out with all others.
    }
}
