namespace EdgeGateway.Protocol.Vda5050;

/// <summary>How far an action is.</summary>
/// <param name="Id">Of the action.</param>
/// <param name="Type">Its name; null when absent.</param>
/// <param name="Status"><c>WAITING</c>, <c>INITIALIZING</c>, <c>RUNNING</c>, <c>PAUSED</c>, <c>RETRIABLE</c>, <c>FINISHED</c>, <c>FAILED</c>, or a later word.</param>
public sealed record VdaActionState(string Id, string? Type, string Status)
{
    public const string Finished = "FINISHED";
    public const string Failed = "FAILED";

    public bool IsOver => Status is Finished or Failed;
}
