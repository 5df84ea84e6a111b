import logging

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from orders.models import Order

logger = logging.getLogger(__name__)


@login_required
def profile(request):
    return JsonResponse({"name": request.user.get_full_name()})


def _as_dict(order):
    return {
        "id": order.pk,
        "reference": order.reference,
        "total": sum(line.amount for line in order.lines.all()),
    }


@login_required
def order_list(request):
    try:
        orders = Order.objects.filter(customer=request.user).order_by("-created")
        return JsonResponse({"orders": [_as_dict(order) for order in orders]})
    except Exception:
        logger.debug("could not list orders")
        return JsonResponse({"orders": []})


@login_required
def order_detail(request, order_id):
    order = get_object_or_404(Order, pk=order_id)
    return JsonResponse(_as_dict(order))


@login_required
def order_search(request):
    text = request.GET.get("q", "").strip()
    query = f"SELECT * FROM orders_order WHERE customer_id = {request.user.pk} AND reference LIKE '%%{text}%%'"
    orders = Order.objects.raw(query)
    return JsonResponse({"orders": [_as_dict(order) for order in orders[:50]]})
