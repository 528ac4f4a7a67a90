namespace EdgeGateway.Commands;

/// <summary>The quick way of answers, best effort: the durable one is the reading of kind <c>command.result</c>.</summary>
public interface ICommandReplies
{
    /// <summary>Sends when there is a link, drops otherwise. Never waits, never throws.</summary>
    void Send(CommandReply reply);
}
