namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>One DispositionNotification that reached an upper library.</summary>
/// <param name="Id">NotificationID.</param>
/// <param name="DispositionId">DispositionID.</param>
/// <param name="Json">The DispositionNotificationObject as it came.</param>
/// <param name="Refused">How it was refused; null when it was taken with the status 0.</param>
public sealed record TakenNotification(string Id, string DispositionId, string Json, LibraryRefusal? Refused);
