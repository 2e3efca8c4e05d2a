using System.Text.Json.Serialization;
using Planning.Accounts.Delivery;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(MilestonePlanned), "milestone-planned")]
[JsonDerivedType(typeof(MilestoneMoved), "milestone-moved")]
[JsonDerivedType(typeof(MilestoneReached), "milestone-reached")]
[JsonDerivedType(typeof(AcceptanceRefused), "acceptance-refused")]
[JsonDerivedType(typeof(DeliveryAccepted), "delivery-accepted")]
public abstract partial record CustomerEvent;
