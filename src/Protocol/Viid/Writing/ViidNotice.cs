namespace EdgeGateway.Protocol.Viid.Writing;

/// <summary>The head of a notification.</summary>
/// <param name="Id">NotificationID, 33 digits; the same for every repeat.</param>
/// <param name="About">SubscribeID or DispositionID.</param>
/// <param name="Title">In words.</param>
/// <param name="TriggerTime">Civil time, 14 digits.</param>
public sealed record ViidNotice(string Id, string About, string Title, string TriggerTime);
