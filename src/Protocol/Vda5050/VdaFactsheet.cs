namespace EdgeGateway.Protocol.Vda5050;

/// <summary>Topic <c>factsheet</c>: of what kind the robot is. Only its series is read.</summary>
/// <param name="Header">Of the message.</param>
/// <param name="Series"><c>typeSpecification.seriesName</c>; null when absent.</param>
public sealed record VdaFactsheet(VdaHeader Header, string? Series);
